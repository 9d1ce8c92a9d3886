/** Rows of a list on one page: so much is read on a phone, and so little is quickly there. */
export const rowsOnPage = 50;
