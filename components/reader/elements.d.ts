import type { DetailedHTMLProps, HTMLAttributes } from "react";

// The custom elements of components/reader-script.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "claim-cards": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;
    }
  }
}
