/** A stretch of visible text of a file, such as a paragraph. */
export interface FilePassage {
  text: string;
  /** Whether it belongs to the page around the article: navigation, forms, buttons, lists of links. */
  isAroundArticle: boolean;
}
