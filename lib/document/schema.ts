import { getSchema } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import { articleExtensions, rationaleExtensions } from "./extensions";

/** The schema of articles: the allow-list of everything imported. */
export const articleSchema: Schema = getSchema(articleExtensions);

/** The schema of rationales: paragraphs, lists, links and emphasis. */
export const rationaleSchema: Schema = getSchema(rationaleExtensions);
