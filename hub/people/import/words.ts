import type { RoleName } from '../../../prisma/generated/enums.ts';
import type { Columns } from './table.ts';
import { fold } from '../text.ts';
import type { UnitKind } from '../units/units.ts';

/** How offices head their columns and fill their cells. Compared folded: accents, case and spaces do not matter. */

export type UnitColumn = 'code' | 'name' | 'kind' | 'parent_code';
export const unitColumns: Columns<UnitColumn> = {
  code: { names: ['mã', 'mã đơn vị', 'mã tổ chức', 'mã tổ chức đảng'], required: true },
  name: { names: ['tên', 'tên đơn vị', 'tên tổ chức', 'tên tổ chức đảng'], required: true },
  kind: { names: ['loại', 'cấp', 'loại hình', 'loại đơn vị'], required: true },
  parent_code: {
    names: ['mã cấp trên', 'mã đơn vị cấp trên', 'mã tổ chức cấp trên', 'parent'],
  },
};

export type MemberColumn =
  | 'code'
  | 'full_name'
  | 'unit_code'
  | 'role'
  | 'status'
  | 'phone'
  | 'email'
  | 'joined_on';
export const memberColumns: Columns<MemberColumn> = {
  code: { names: ['mã', 'mã đảng viên', 'mã số'], required: true },
  full_name: { names: ['họ và tên', 'họ tên', 'tên đầy đủ', 'tên', 'name'], required: true },
  unit_code: { names: ['mã đơn vị', 'mã chi bộ', 'mã tổ chức', 'đơn vị', 'chi bộ', 'unit'], required: true },
  role: { names: ['chức vụ', 'vai trò'] },
  status: { names: ['tình trạng', 'trạng thái', 'diện'] },
  phone: { names: ['điện thoại', 'số điện thoại', 'sđt', 'di động'] },
  email: { names: ['thư điện tử', 'hộp thư', 'địa chỉ email'] },
  joined_on: { names: ['ngày vào đảng', 'ngày kết nạp'] },
};

export const unitKinds: ReadonlyMap<string, UnitKind> = words({
  central: ['trung ương', 'cấp trung ương'],
  province: [
    'tỉnh',
    'thành phố',
    'đảng bộ tỉnh',
    'đảng bộ thành phố',
    'đảng bộ tỉnh, thành phố',
    'cấp tỉnh',
    'province, city',
  ],
  commune: [
    'đảng bộ cơ sở',
    'đảng bộ cơ sở (xã, phường)',
    'base organisation (commune, ward)',
    'xã',
    'phường',
    'đặc khu',
    'đảng bộ xã',
    'đảng bộ phường',
    'đảng bộ đặc khu',
    'cấp xã',
  ],
  branch: ['đảng bộ bộ phận'],
  cell: ['chi bộ'],
});

export const roleNames: ReadonlyMap<string, RoleName | 'none'> = words({
  secretary: ['bí thư', 'bí thư chi bộ'],
  deputy: ['phó bí thư', 'phó bí thư chi bộ', 'deputy secretary'],
  committee: ['chi ủy viên', 'cấp ủy viên', 'đảng ủy viên', 'chi ủy', 'committee member'],
  officer: ['văn phòng', 'cán bộ văn phòng'],
  admin: ['quản trị', 'quản trị viên'],
  none: ['', 'không', 'đảng viên', 'member'],
});

/** What the file may say of a member; the other statuses are decided elsewhere and stay untouched. */
export type FileStatus = 'official' | 'probationary';
export const fileStatuses: ReadonlyMap<string, FileStatus> = words({
  official: ['chính thức', 'đảng viên chính thức'],
  probationary: ['dự bị', 'đảng viên dự bị'],
});

function words<Value extends string>(spellings: Record<Value, readonly string[]>): Map<string, Value> {
  const entries = Object.entries(spellings) as [Value, readonly string[]][];
  return new Map(entries.flatMap(([value, others]) => [value, ...others].map((word) => [fold(word), value])));
}
