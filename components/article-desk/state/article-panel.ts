/** What can be open below the head of the article. Only one of them is. */
export type ArticlePanelName = "details" | "standards" | "lead" | "purpose";
