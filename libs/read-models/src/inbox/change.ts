import type { InboxCourseTable, InboxMarksTable, InboxRow } from '#read-models/inbox/table';

/** An item comes; something becomes of what it is about; a reader reads it or puts it back. */
export type InboxChange =
  { readonly item: InboxRow } | { readonly course: InboxCourseTable } | { readonly mark: InboxMarksTable };
