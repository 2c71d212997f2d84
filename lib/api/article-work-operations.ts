import type { Operation } from "./operation";
import * as board from "./operations/article-work/board";
import * as checklist from "./operations/article-work/checklist";
import * as families from "./operations/article-work/families";
import * as figures from "./operations/article-work/figures";
import * as manuscripts from "./operations/article-work/manuscripts";
import * as watching from "./operations/article-work/watching";

/** The operations on the work on articles that are in a folder of their own. */
export const ARTICLE_WORK_OPERATIONS: readonly Operation[] = [
  ...Object.values(board),
  ...Object.values(manuscripts),
  ...Object.values(checklist),
  ...Object.values(watching),
  ...Object.values(families),
  ...Object.values(figures),
];
