package dev.perennial.monitor;

/**
 * When an effect is large enough to matter and sure enough to say.
 *
 * @param psiWarning corrected stability index above which a shift matters
 * @param psiCritical the same, gravely
 * @param psiAlone above which, with {@code pAlone}, one window is enough
 * @param pAlone p-value below which one window may be enough
 * @param meanShift in reference standard deviations, beyond one standard error
 * @param logVarianceRatio beyond one standard error
 * @param falseDiscovery accepted rate over all columns
 * @param falseDiscoverySmall the same for a small reference
 * @param smallReference fewer rows than this make a small reference
 */
public record DriftThresholds(
    double psiWarning,
    double psiCritical,
    double psiAlone,
    double pAlone,
    double meanShift,
    double logVarianceRatio,
    double falseDiscovery,
    double falseDiscoverySmall,
    long smallReference) {
  public static DriftThresholds standard() {
    return new DriftThresholds(.10, .25, .5, 1e-6, .25, Math.log(2), .01, .001, 500);
  }

  double falseDiscovery(long referenceRows) {
    return referenceRows < smallReference ? falseDiscoverySmall : falseDiscovery;
  }
}
