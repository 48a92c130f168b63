// The words of the marks that no reader, picture or file may lose.

/** The words of a stand-in report's mark. */
export const standInText = "Stand-in data: simulated rows. No number here is a finding.";
