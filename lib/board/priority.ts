import { words } from "@/lib/words/words";

const t = words("board");

/** How urgent the check of an article is, least urgent first. */
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof PRIORITIES)[number];

export const priorityLabels: Record<Priority, string> = {
  low: t("priority.low"),
  normal: t("priority.normal"),
  high: t("priority.high"),
  urgent: t("priority.urgent"),
};
