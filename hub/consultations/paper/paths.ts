/** Where a paper is used. Its words go by the body of a form alone, so that no log and no history holds them. */
export const paperPath = '/phieu';
export const paperAnswerPath = `${paperPath}/tra-loi`;
