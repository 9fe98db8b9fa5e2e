package io.agora.rtc;

import dev.parley.agora.simulator.Evidence;

/**
 * The numbers of the SDK.
 *
 * <p>Only those that are certain are compile-time constants. The compiler copies such a constant
 * into whoever uses it, so a wrong one here would stay wrong on the real SDK; the others are read
 * when the program runs.
 */
public class Constants {
  @Evidence(Evidence.Level.CALLED)
  public static final int CHANNEL_PROFILE_LIVE_BROADCASTING = 1;

  @Evidence(Evidence.Level.CALLED)
  public static final int CLIENT_ROLE_BROADCASTER = 1;

  @Evidence(Evidence.Level.CALLED)
  public static final int CLIENT_ROLE_AUDIENCE = 2;

  @Evidence(Evidence.Level.CALLED)
  public static final int AUDIO_SCENARIO_CHORUS = 7;

  @Evidence(Evidence.Level.CALLED)
  public static final int AUDIO_SCENARIO_AI_SERVER = 9;

  @Evidence(Evidence.Level.CALLED)
  public static final int AUDIO_PROFILE_DEFAULT = 0;

  @Evidence(Evidence.Level.CALLED)
  public static final int LOG_FILTER_DEBUG = uncertain(0x80f);

  @Evidence(Evidence.Level.CALLED)
  public static final int TCC_ENABLED = uncertain(0);

  @Evidence(Evidence.Level.CALLED)
  public static final int VIDEO_STREAM_HIGH = uncertain(0);

  @Evidence(Evidence.Level.CALLED)
  public static final int VIDEO_STREAM_LOW = uncertain(1);

  @Evidence(Evidence.Level.CALLED)
  public static final int VIDEO_CODEC_VP8 = uncertain(1);

  @Evidence(Evidence.Level.CALLED)
  public static final int VIDEO_CODEC_H264 = uncertain(2);

  @Evidence(Evidence.Level.CALLED)
  public static final int VIDEO_CODEC_H265 = uncertain(3);

  @Evidence(Evidence.Level.CALLED)
  public static final int VIDEO_CODEC_AV1 = uncertain(12);

  @Evidence(Evidence.Level.CALLED)
  public static final int VIDEO_FRAME_TYPE_UNKNOWN = uncertain(0);

  @Evidence(Evidence.Level.CALLED)
  public static final int VIDEO_FRAME_TYPE_KEY_FRAME = uncertain(3);

  @Evidence(Evidence.Level.CALLED)
  public static final int VIDEO_FRAME_TYPE_DELTA_FRAME = uncertain(4);

  @Evidence(Evidence.Level.CALLED)
  public static final int EXTERNAL_VIDEO_FRAME_BUFFER_TYPE_RAW_DATA = uncertain(1);

  @Evidence(Evidence.Level.CALLED)
  public static final int EXTERNAL_VIDEO_FRAME_PIXEL_FORMAT_I420 = uncertain(1);

  @Evidence(Evidence.Level.CALLED)
  public static final int EXTERNAL_VIDEO_FRAME_PIXEL_FORMAT_RGBA = uncertain(4);

  @Evidence(Evidence.Level.DECLARED)
  public static final int LOG_FILTER_INFO = uncertain(0x0f);

  @Evidence(Evidence.Level.DECLARED)
  public static final int AREA_CODE_GLOB = uncertain(-1);

  @Evidence(Evidence.Level.DECLARED)
  public static final int AUDIO_SCENARIO_DEFAULT = uncertain(0);

  @Evidence(Evidence.Level.DECLARED)
  public static final int AUDIO_SCENARIO_GAME_STREAMING = uncertain(3);

  @Evidence(Evidence.Level.DECLARED)
  public static final int AUDIO_SCENARIO_CHATROOM = uncertain(5);

  @Evidence(Evidence.Level.DECLARED)
  public static final int AUDIO_SCENARIO_MEETING = uncertain(8);

  @Evidence(Evidence.Level.DECLARED)
  public static final int AUDIO_SCENARIO_AI_CLIENT = uncertain(10);

  @Evidence(Evidence.Level.DECLARED)
  public static final int CHANNEL_PROFILE_COMMUNICATION = uncertain(0);

  /** What a connection does with pushed audio. */
  @Evidence(Evidence.Level.CALLED)
  public enum AudioPublishType {
    NO_PUBLISH,
    PCM,
    ENCODED_PCM
  }

  /** What a connection does with pushed video. */
  @Evidence(Evidence.Level.CALLED)
  public enum VideoPublishType {
    NO_PUBLISH,
    YUV,
    ENCODED_IMAGE
  }

  /** What voice activity detection says of a frame. */
  @Evidence(Evidence.Level.CALLED)
  public enum VadState {
    @Evidence(Evidence.Level.DECLARED)
    UNKNOWN,
    @Evidence(Evidence.Level.DECLARED)
    NOT_SPEAKING,
    START_SPEAKING,
    SPEAKING,
    STOP_SPEAKING
  }

  /** Whether the service processes audio. */
  @Evidence(Evidence.Level.RETURN_USED)
  public enum ApmMode {
    DISABLE,
    ENABLE;

    public int getValue() {
      return this == ENABLE ? 1 : 0;
    }
  }

  /** The kind of an encoded video frame. */
  @Evidence(Evidence.Level.RETURN_USED)
  public enum VideoFrameType {
    VIDEO_FRAME_TYPE_KEY_FRAME;

    public int getValue() {
      return 3;
    }
  }

  // What a method returns is no compile-time constant.
  private static int uncertain(int value) {
    return value;
  }
}
