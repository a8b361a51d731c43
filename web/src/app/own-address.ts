/** Only our own addresses: a link must not send a person elsewhere after sign-in. */
export const ownAddress = (to: string | undefined): string => (to && /^\/(?![/\\])/.test(to) ? to : '/');
