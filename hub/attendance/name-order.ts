const inVietnamese = new Intl.Collator('vi', { numeric: true });

/** As Vietnamese lists are sorted: by the given name, which stands last, then by the rest, then by code. */
export function byNames<Person extends { fullName: string; code: string }>(
  people: readonly Person[],
): Person[] {
  return people
    .map((person) => ({ person, key: givenNameFirst(person.fullName) }))
    .toSorted(
      (a, b) => inVietnamese.compare(a.key, b.key) || inVietnamese.compare(a.person.code, b.person.code),
    )
    .map(({ person }) => person);
}

function givenNameFirst(name: string): string {
  const words = name.split(' ');
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}
