import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/publications";
import { presentSchedule } from "@/lib/api/presenters/present-schedule";
import { problemOfPublishing } from "@/lib/api/problem-of-publishing";
import { readArticleToEdit } from "@/lib/api/read-to-edit";
import { resource } from "@/lib/api/resource";
import { err, ok } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import {
  getSchedule,
  schedulePublication,
  unschedulePublication,
} from "@/lib/workflows/publication/schedule-publication";

const get = endpoint(operations.getSchedule, async ({ actor, params }) => {
  const schedule = await getSchedule(actor, { articleId: params.id ?? "" });
  return schedule.ok ? ok({ body: presentSchedule(schedule.value) }) : schedule;
});

const put = endpoint(operations.schedulePublication, async (call) => {
  const before = await readArticleToEdit(call);
  if (!before.ok) return before;
  const { id: articleId, revision } = before.value.article;
  const schedule = await schedulePublication(call.actor, { articleId, revision, ...call.body });
  if (!schedule.ok) return err(problemOfPublishing(schedule.error));
  return ok({ body: presentSchedule(schedule.value) });
});

const cancel = endpoint(operations.cancelSchedule, async ({ actor, params }) => {
  const articleId = params.id ?? "";
  const article = await getArticle(actor, { articleId });
  if (!article.ok) return article;
  const cancelled = await unschedulePublication(actor, { articleId });
  return cancelled.ok ? ok({ body: undefined }) : cancelled;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, put, cancel);
