package dev.parley.stt.assemblyai;

/** How samples are written into binary messages. */
enum Encoding {
  /** 16-bit signed little-endian. */
  PCM_S16LE("pcm_s16le", 2) {
    @Override
    void encode(byte[] pcm, byte[] encoded) {
      System.arraycopy(pcm, 0, encoded, 0, pcm.length);
    }

    @Override
    byte silence() {
      return 0;
    }
  },
  /** G.711 µ-law: half the bytes, the quality of a telephone. */
  PCM_MULAW("pcm_mulaw", 1) {
    @Override
    void encode(byte[] pcm, byte[] encoded) {
      for (int i = 0; i < pcm.length / 2; i++) {
        encoded[i] = MuLaw.encode((short) ((pcm[2 * i] & 0xff) | (pcm[2 * i + 1] << 8)));
      }
    }

    @Override
    byte silence() {
      return MuLaw.SILENCE;
    }
  };

  private final String wireName;
  private final int bytesPerSample;

  Encoding(String wireName, int bytesPerSample) {
    this.wireName = wireName;
    this.bytesPerSample = bytesPerSample;
  }

  /** As it stands in the URL. */
  String wireName() {
    return wireName;
  }

  int bytesPerSample() {
    return bytesPerSample;
  }

  /** Writes the samples of 16-bit little-endian PCM in this encoding, from index 0 on. */
  abstract void encode(byte[] pcm, byte[] encoded);

  /** A byte of silence. */
  abstract byte silence();
}
