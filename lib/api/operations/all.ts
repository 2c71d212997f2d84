import { ARTICLE_WORK_OPERATIONS } from "../article-work-operations";
import type { Operation } from "../operation";
import * as annotations from "./annotations";
import * as articles from "./articles";
import * as checks from "./checks";
import * as claimChanges from "./claim-changes";
import * as claimImports from "./claim-imports";
import * as claimants from "./claimants";
import * as claims from "./claims";
import * as comments from "./comments";
import * as account from "./desk/account";
import * as activity from "./desk/activity";
import * as citations from "./desk/citations";
import * as guests from "./desk/guests";
import * as people from "./desk/people";
import * as scales from "./desk/scales";
import * as settings from "./desk/settings";
import * as signInPolicy from "./desk/sign-in-policy";
import * as sitePages from "./desk/site-pages";
import * as views from "./desk/views";
import * as webhooks from "./desk/webhooks";
import * as events from "./events";
import * as history from "./history";
import * as messages from "./messages";
import * as notifications from "./notifications";
import * as publications from "./publications";
import * as redactions from "./redactions";
import * as reports from "./reports";
import * as reviews from "./reviews";
import * as search from "./search";
import * as sourceChanges from "./source-changes";
import * as sources from "./sources";
import * as versions from "./versions";
import * as work from "./work";

/** All operations of the API. */
export const OPERATIONS: readonly Operation[] = [
  ...Object.values(articles),
  ...Object.values(versions),
  ...Object.values(publications),
  ...Object.values(claims),
  ...Object.values(claimChanges),
  ...Object.values(annotations),
  ...Object.values(claimImports),
  ...Object.values(checks),
  ...Object.values(reports),
  ...Object.values(redactions),
  ...Object.values(sources),
  ...Object.values(sourceChanges),
  ...Object.values(claimants),
  ...Object.values(search),
  ...Object.values(events),
  ...Object.values(webhooks),
  ...Object.values(messages),
  ...Object.values(comments),
  ...Object.values(reviews),
  ...Object.values(history),
  ...Object.values(work),
  ...ARTICLE_WORK_OPERATIONS,
  ...Object.values(notifications),
  ...Object.values(people),
  ...Object.values(signInPolicy),
  ...Object.values(guests),
  ...Object.values(settings),
  ...Object.values(sitePages),
  ...Object.values(scales),
  ...Object.values(account),
  ...Object.values(views),
  ...Object.values(activity),
  ...Object.values(citations),
];
