/** The most bytes that the file of an article may have. */
export const FILE_LIMIT = 32 * 1024 * 1024;
