/** The name of the software, where no organisation is set. It is the same in every language. */
export const PRODUCT = "Obelus";
