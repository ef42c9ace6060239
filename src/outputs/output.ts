/** A file to be written, with its whole content: a text, or what stands in a file of ours. */
export interface Output {
  readonly path: string;
  readonly content: string | { readonly spooled: string };
  /** Whether nobody but the owner may read it, whatever the permissions of the file it replaces. */
  readonly secret?: boolean;
}
