/** Who is in which team. */
export interface ClassList {
  readonly students: readonly Student[];
}

/** One student of a class list; what the list doesn't tell is null. */
export interface Student {
  /** The whole name as people read it: `Léa Dupont`. */
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly username: string | null;
  /** The number that the school, or Moodle, knows the student by. */
  readonly id: string | null;
  readonly team: number;
}
