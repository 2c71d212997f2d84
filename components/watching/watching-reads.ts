import { deskRead } from "@/components/reads/read-desk";
import type { FlagReads, WatchingReads } from "./watching-actions";

/** What is read about the watching of claims. */
export const watchingReads: FlagReads & WatchingReads = {
  loadPageChange: deskRead("page-change"),
  loadWatch: deskRead("watch"),
  findSameClaims: deskRead("same-claims"),
};
