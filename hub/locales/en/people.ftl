unit-unknown = No unit has the code { $code }.
member-unknown = No member has the code { $code }.
may-not = You are not allowed to do this in this unit.

invite-wrong = This invite code is not right. Please check it and send it again, for example: ABCD-2345.
invite-used = This invite code has been used. Please ask your secretary or the committee's office for a new one.
invite-expired = This invite code has expired. Please ask your secretary or the committee's office for a new one.
invite-revoked = This invite code has been replaced by another. Please use the latest one you were given.

token-scope-unknown = There is no scope { $scope }. Scopes: notices:read, notices:write, people:read, people:write.
rule-unknown = No rule { $key } is in force on this day.

import-file-too-large = The file is larger than 50 MB. Please split it.
import-file-too-long = The file has more than 200,000 rows. Please split it.
import-file-spreadsheet = This is an Excel file. Open it, choose “Save as”, then “CSV UTF-8”.
import-file-not-utf8 = The file is not UTF-8, so Vietnamese letters may be wrong. Choose “Save as”, then “CSV UTF-8”.
import-file-empty = The file has no rows of data.
import-quote-open = A quotation mark (") is opened in this row and never closed.
import-column-missing = The file lacks this column.
import-column-twice = Two columns of the file mean this one. Please remove one.
import-value-missing = This cell must not be empty.
import-value-too-long = This cell has more than { $longest } characters.
import-code-twice = This code already stands in row { $row }.
import-kind-unknown = Unknown kind of unit “{ $value }”. Write: cell, branch, commune, province, central.
import-parent-unknown = No parent unit has the code “{ $value }”, neither in the file nor in the system.
import-parent-refused = The parent unit “{ $value }” of this file has an error and was not imported.
import-parent-circular = The parents run in a circle: following “{ $value }” leads back to this unit.
import-parent-not-above = The unit “{ $value }” cannot be above a unit of this kind. The order: central, province, commune, branch, cell.
import-kind-not-above = The kind cannot become this: the unit “{ $value }” hangs below and is not lower.
import-unit-unknown = No unit has the code “{ $value }”.
import-role-unknown = Unknown role “{ $value }”. Write: secretary, deputy, committee, officer, admin, or nothing.
import-status-unknown = Unknown status “{ $value }”. Write: official or probationary.
import-phone-wrong = The phone number is not right. Write it like 0912345678, or leave it empty.
import-email-wrong = The e-mail address is not right. Write it like name@example.vn, or leave it empty.
import-date-wrong = The date “{ $value }” is not right. Write the day first, like 19/05/2020, or 2020-05-19.
import-date-in-future = The date “{ $value }” has not come yet.
