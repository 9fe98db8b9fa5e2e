package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.agora.rtc.Constants;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstantsTest {
  private static final List<String> CERTAIN =
      List.of(
          "CHANNEL_PROFILE_LIVE_BROADCASTING",
          "CLIENT_ROLE_BROADCASTER",
          "CLIENT_ROLE_AUDIENCE",
          "AUDIO_SCENARIO_CHORUS",
          "AUDIO_SCENARIO_AI_SERVER",
          "AUDIO_PROFILE_DEFAULT");
  private static final List<String> UNCERTAIN =
      List.of(
          "LOG_FILTER_DEBUG",
          "LOG_FILTER_INFO",
          "TCC_ENABLED",
          "VIDEO_STREAM_HIGH",
          "VIDEO_STREAM_LOW",
          "VIDEO_CODEC_VP8",
          "VIDEO_CODEC_H264",
          "VIDEO_CODEC_H265",
          "VIDEO_CODEC_AV1",
          "VIDEO_FRAME_TYPE_UNKNOWN",
          "VIDEO_FRAME_TYPE_KEY_FRAME",
          "VIDEO_FRAME_TYPE_DELTA_FRAME",
          "EXTERNAL_VIDEO_FRAME_BUFFER_TYPE_RAW_DATA",
          "EXTERNAL_VIDEO_FRAME_PIXEL_FORMAT_I420",
          "EXTERNAL_VIDEO_FRAME_PIXEL_FORMAT_RGBA",
          "AREA_CODE_GLOB",
          "AUDIO_SCENARIO_DEFAULT",
          "AUDIO_SCENARIO_GAME_STREAMING",
          "AUDIO_SCENARIO_CHATROOM",
          "AUDIO_SCENARIO_MEETING",
          "AUDIO_SCENARIO_AI_CLIENT",
          "CHANNEL_PROFILE_COMMUNICATION");

  @TempDir Path output;

  // Only a compile-time constant can be the label of a case.
  private String compileAsLabels(List<String> constants) {
    StringBuilder code = new StringBuilder("class Labels {\n");
    for (String constant : constants) {
      code.append(
          """
          static boolean is%1$s(int number) {
            switch (number) {
              case io.agora.rtc.Constants.%1$s: return true;
              default: return false;
            }
          }
          """
              .formatted(constant));
    }
    return JavaSource.compile(output, "Labels", code.append("}").toString());
  }

  @Test
  void aCertainConstantIsOneForTheCompiler() {
    assertThat(compileAsLabels(CERTAIN)).isEmpty();
  }

  @Test
  void anUncertainConstantIsReadWhenTheProgramRuns() {
    assertThat(compileAsLabels(UNCERTAIN).split("constant expression required", -1))
        .hasSize(UNCERTAIN.size() + 1);
  }

  @Test
  void thereIsNoOtherConstant() {
    assertThat(Constants.class.getFields())
        .extracting(Field::getName)
        .hasSize(CERTAIN.size() + UNCERTAIN.size())
        .containsAll(CERTAIN)
        .containsAll(UNCERTAIN);
  }

  @Test
  void theEnumsHaveTheirConstantsInOrder() {
    assertThat(Constants.AudioPublishType.values())
        .extracting(Enum::name)
        .containsExactly("NO_PUBLISH", "PCM", "ENCODED_PCM");
    assertThat(Constants.VideoPublishType.values())
        .extracting(Enum::name)
        .containsExactly("NO_PUBLISH", "YUV", "ENCODED_IMAGE");
    assertThat(Constants.VadState.values())
        .extracting(Enum::name)
        .containsExactly("UNKNOWN", "NOT_SPEAKING", "START_SPEAKING", "SPEAKING", "STOP_SPEAKING");
    assertThat(Constants.ApmMode.ENABLE.getValue()).isEqualTo(1);
    assertThat(Constants.ApmMode.DISABLE.getValue()).isZero();
    assertThat(Constants.VideoFrameType.VIDEO_FRAME_TYPE_KEY_FRAME.getValue()).isEqualTo(3);
  }
}
