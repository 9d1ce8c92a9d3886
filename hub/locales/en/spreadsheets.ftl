# Lists as spreadsheets, in and out
sheet-members-file = Members
sheet-units-file = Units

# Titles of columns in a file; an import takes these very titles back
column-member-code = Code
column-full-name = Full name
column-unit-code = Unit code
column-role = Role
column-status = Status
column-phone = Phone
column-email = Email
column-joined-on = Joined on
column-code = Code
column-name = Name
column-kind = Kind
column-parent-code = Parent code
column-file = The whole file

import-page = Import a list from a file
import-page-lead = Choose a spreadsheet. You see what would change first; nothing changes until you press “Import”.
import-page-kind = Which list
import-page-members = Members
import-page-units = Units
import-page-file = Spreadsheet
import-page-file-hint = Excel (.xlsx) or CSV (UTF-8). Of an Excel file only the first sheet is read.
import-page-upload = Preview
import-page-no-file = No file was chosen. Choose one, then press “Preview”.
import-page-template = No file yet? Take an empty one and fill it in
import-page-template-members = Empty list of members ({ $format })
import-page-template-units = Empty list of units ({ $format })
import-page-how = How to fill it in
import-page-how-codes = Each row is one person, known by the code. A known code is changed, a new one added; the same file again changes nothing.
import-page-how-missing = Where a whole column is missing, nothing of it changes. An empty cell empties (only the status stays).
import-page-how-absent = Whoever is not in the file stays as they are. Who has moved away or left is recorded on the person’s page.
import-page-how-roles = Somebody with several roles: write them in one cell, with commas.

import-preview = Preview: { $file }
import-preview-members = List of members
import-preview-units = List of units
import-preview-kept = The file is kept until { TIME($until) }, for you alone, then it is deleted.
import-preview-created = New
import-preview-updated = Changed
import-preview-unchanged = Unchanged
import-preview-errors = With errors
import-errors-title = { $count ->
        [one] 1 place
       *[other] { $count } places
    } in the file to mend
import-errors-lead = Open the file, mend the cells below, save it and choose it again. Rows are numbered as in the spreadsheet.
import-errors-row = Row
import-errors-column = Column
import-errors-mend = What to mend
import-errors-more = Only the first { $shown } of { $count } are shown.
import-changes-title = What would change
import-changes-none = Nothing changes: every row is as the list is already.
import-changes-who = Who or which unit
import-changes-what = Changes
import-changes-row = row { $row }
import-changes-more = And { $count } more rows.
import-change-created = new
import-change-set = { $column }: { $to }
import-change-cleared = { $column }: emptied (was { $from })
import-change-field = { $column }: { $from } → { $to }
import-readmit = Also add people whose data was erased
import-readmit-hint = The file names people who asked for their data to be erased. Tick only where they agree to be recorded again.
import-readmit-look = Look again
import-take = Import { $count ->
        [one] 1 row
       *[other] { $count } rows
    }
import-take-good = Import only the { $count } rows without errors
import-take-good-hint = Rows with errors are passed over; you can mend the file and import it again, nothing is taken twice.
import-again = Choose another file
import-discard = Discard this file
import-discarded = The file was discarded. Nothing has changed.
import-done = Imported: { $created } new, { $updated } changed, { $unchanged } unchanged{ $errors ->
        [0] {""}
       *[other] , { $errors } places with errors passed over
    }.
import-refused = Nothing was imported: the file has errors. See what there is to mend.
import-draft-gone = This file is no longer kept (after an hour, or it was imported or discarded). Please choose it again.
export-unit-members = Take the list of members ({ $format })
export-unit-units = Take the list of units ({ $format })
cli-spreadsheet = Wrote { $rows } rows to { $file }.
cli-spreadsheet-extension = The file name must end in .csv or .xlsx: { $file }
cli-spreadsheet-unwritable = The file { $file } cannot be written.
