import { type PageBlock, type PageInline, pageBlocks } from "@/lib/site-pages/page-blocks";
import { useOwnLanguage } from "../use-own-language";
import styles from "./site-page.module.css";

/** What the newsroom wrote for a section of a page. @param language BCP 47, of the text */
export function PageBlocks({ text, language }: { text: string; language: string }) {
  const own = useOwnLanguage();
  return (
    <div className={styles.text} {...own(text, language)}>
      {pageBlocks(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: PageBlock }) {
  if (block.kind === "list")
    return (
      <ul>
        {block.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes
          <li key={index}>
            <Line parts={item} />
          </li>
        ))}
      </ul>
    );
  const Element = block.kind === "heading" ? "h3" : "p";
  return (
    <Element>
      <Line parts={block.line} />
    </Element>
  );
}

function Line({ parts }: { parts: readonly PageInline[] }) {
  return parts.map((part, index) =>
    part.kind === "text" ? (
      part.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes
      <a key={index} href={part.href} rel="noopener">
        {part.text}
      </a>
    ),
  );
}
