import { Fragment } from 'react';

/** A number as offices write it, LP/B/12/X/2024: it may go on in the next line after a stroke. */
export function Breakable({ children }: { children: string }) {
  return children.split(/(?<=\/)/).map((part, i) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one text, in its order
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
