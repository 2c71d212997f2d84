"use client";

import type { ComponentProps } from "react";
import { UntilReady } from "./until-ready";

/** A form submitted by scripts. It is disabled until they have loaded, as earlier input would be lost. */
export function Form({ children, ...rest }: ComponentProps<"form">) {
  return (
    <form {...rest}>
      <UntilReady>{children}</UntilReady>
    </form>
  );
}
