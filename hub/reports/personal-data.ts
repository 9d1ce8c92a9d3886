import type { PersonalData } from '../people/index.ts';

/** Figures and groups are of nobody. That an item is in a group tells what it was about: it goes with its text. */
export const reportData: PersonalData = {
  async tell() {
    return {};
  },

  async erase(sql, { memberId }) {
    await sql.query(deleteGrouped, [memberId]);
    return {};
  },
};

const deleteGrouped = `
  delete from feedback_grouped g using feedback_item i where i.id = g.item_id and i.author_id = $1`;
