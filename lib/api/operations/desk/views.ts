import { operation } from "../../operation";
import { pageOf, pageQuery } from "../../page";
import { changeViewSchema, saveViewSchema, viewSchema } from "../../schemas/desk/view";
import { SMALL_BODY } from "../small-body";

export const listViews = operation({
  id: "listViews",
  method: "GET",
  path: "/views",
  summary: "List the saved views of the articles: your own, and those that others share",
  scope: "read",
  query: pageQuery,
  answer: { status: 200, description: "A page of views", schema: pageOf("ViewPage", viewSchema) },
});

export const saveView = operation({
  id: "saveView",
  method: "POST",
  path: "/views",
  summary: "Save filters and an order of the articles under a name",
  description: "It replaces your view of this name, if you have one.",
  scope: "write",
  body: { schema: saveViewSchema, limit: SMALL_BODY },
  answer: { status: 201, description: "The view", schema: viewSchema, tagged: true, located: true },
});

export const getView = operation({
  id: "getView",
  method: "GET",
  path: "/views/{id}",
  summary: "Read a saved view",
  scope: "read",
  answer: { status: 200, description: "The view", schema: viewSchema, tagged: true },
});

export const changeView = operation({
  id: "changeView",
  method: "PATCH",
  path: "/views/{id}",
  summary: "Rename one of your views, or share it or not",
  scope: "write",
  body: { schema: changeViewSchema, limit: SMALL_BODY },
  edits: true,
  answer: { status: 200, description: "The view", schema: viewSchema, tagged: true },
});

export const deleteView = operation({
  id: "deleteView",
  method: "DELETE",
  path: "/views/{id}",
  summary: "Delete one of your views",
  scope: "write",
  answer: { status: 204, description: "Deleted" },
});
