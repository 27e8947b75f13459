package dev.baton.kit.token;

/**
 * One key, given by configuration ({@code mp.jwt.verify.publickey}): key ids are not asked, and the
 * signature is left to the container, which has the key.
 */
final class ConfiguredKey implements PublishedKeys {

  @Override
  public void requireSignature(CompactJws token) {
    // the container does
  }

  @Override
  public Refusal causeOfContainer() {
    return Refusal.SIGNATURE;
  }

  @Override
  public boolean isReady() {
    return true;
  }
}
