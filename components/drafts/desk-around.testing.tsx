import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";
import { OwnerContext } from "./draft-owner-context";

/** A router that goes nowhere. */
const still: AppRouterInstance = {
  ...{ back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {} },
  bfcacheId: "0",
};

/**
 * What the desk puts around a form: the person whose drafts are kept, and a router. Replacing the module of the router would do as well, but
 * test files that replace modules need a process of their own.
 * @param router what a test listens to
 */
export function DeskAround({
  router,
  children,
}: {
  router?: Partial<AppRouterInstance>;
  children: ReactNode;
}) {
  return (
    <AppRouterContext value={{ ...still, ...router }}>
      <OwnerContext value="ada">{children}</OwnerContext>
    </AppRouterContext>
  );
}
