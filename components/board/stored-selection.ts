import { tabStorage } from "@/components/storage/browser-storage";
import { readJson } from "@/components/storage/stored-json";

/** The storage key of what a person selected in a list. @param name of the list: "articles" */
export function selectionKey(ownerId: string, name: string): string {
  return `obelus:selection:${ownerId}:${name}`;
}

/** The ids that were selected in a list before this tab was reloaded; null if the list was not open to select from. */
export function readSelection(key: string): readonly string[] | null {
  return readJson(
    tabStorage,
    key,
    (value): value is string[] => Array.isArray(value) && value.every((id) => typeof id === "string"),
  );
}

/** Stores what is selected in a list until the tab is closed. @param ids null once it is not open to select from */
export function storeSelection(key: string, ids: readonly string[] | null): void {
  if (ids === null) tabStorage.remove(key);
  else void tabStorage.set(key, JSON.stringify(ids));
}
