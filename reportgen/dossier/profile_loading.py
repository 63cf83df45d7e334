"""The issuer's profile of a dossier, with the dossier's own values and recipients laid over it."""

from pathlib import Path
from typing import NamedTuple

from reportgen.dossier.consulted import file_there
from reportgen.dossier.dossier import DossierForm
from reportgen.dossier.files import shown_path
from reportgen.dossier.groups import check_groups, spread
from reportgen.dossier.profile import Profile, rank_refusal
from reportgen.dossier.salvage import PROFILE_STAND_INS, salvage, salvaged
from reportgen.dossier.tree import YamlMap, YamlNode, YamlText, find, merge, text_at
from reportgen.dossier.yaml_reader import read_yaml
from reportgen.problems import Place, Problem

PROFILE_NAME = "don_vi.yaml"


class ReadProfile(NamedTuple):
    """A profile's file (the dossier's where there is none), what it says, its doubtful keys.

    `tree` is the file as YAML holds it, the dossier's own values laid over it.
    """

    file: Path
    profile: Profile | None
    doubtful: frozenset[str]
    tree: YamlMap | None = None


def read_profile(
    path: Path, root: YamlMap, form: DossierForm | None, problems: list[Problem]
) -> ReadProfile:
    """The profile that a dossier is issued with.

    `root` and `form` are the dossier at `path`; its recipients stand in the profile, all groups
    spread. Goes on after faults as `salvage` does.
    """
    file, typed = _typed_profile(path, root, problems)
    if typed is None:
        nothing = YamlMap({}, Place(shown_path(path)))
        unknown = frozenset(Profile.model_fields)
        return ReadProfile(file, salvage(Profile, nothing, PROFILE_STAND_INS).model, unknown)
    profile, doubtful = salvaged(Profile, typed, PROFILE_STAND_INS, problems)
    if "nguoi_ky" in doubtful:
        _check_rank_beside_faults(typed, problems)
    if form is not None and profile is not None:
        found: list[Problem] = []
        profile = _with_recipients(profile, form, (root, typed), found)
        problems += () if "nhom_noi_nhan" in doubtful else found
        if "cho_phep_cap_bac" not in doubtful:
            _check_ranks(form, root, profile, problems)
    return ReadProfile(file, profile, doubtful, typed)


def nearest_profile(folder: Path) -> Path | None:
    """The profile in the folder or the nearest one around it that has one."""
    start = folder.absolute()
    candidates = (place / PROFILE_NAME for place in (start, *start.parents))
    return next((file for file in candidates if file_there(file)), None)


def _typed_profile(
    path: Path, root: YamlMap, problems: list[Problem]
) -> tuple[Path, YamlMap | None]:
    """The profile with the dossier's own values laid over it, and the file that it came from."""
    named = text_at(root, "don_vi")
    over = find(root, ("ghi_de_don_vi",))[1] if "ghi_de_don_vi" in root.entries else None
    file = path.parent / named.strip() if named else nearest_profile(path.parent)
    merged: YamlNode | None = over
    if file is not None:
        base = read_yaml(file, problems, find(root, ("don_vi",))[0] if named else None)
        merged = merge(base, over) if base and isinstance(over, YamlMap) else base
    elif not isinstance(over, YamlMap):
        hint = (
            f"tạo tệp {PROFILE_NAME} cạnh hồ sơ hoặc trong thư mục cha, "
            "hoặc chỉ rõ bằng khoá don_vi"
        )
        message = f"không tìm thấy tệp thông tin đơn vị {PROFILE_NAME}"
        problems.append(Problem("HS019", message, Place(shown_path(path)), hint))
    return file or path, merged if isinstance(merged, YamlMap) else None


def _with_recipients(
    profile: Profile, form: DossierForm, typed: tuple[YamlMap, YamlMap], problems: list[Problem]
) -> Profile:
    """The profile with the recipients of this document, all groups spread.

    `typed` are dossier and profile as YAML holds them.
    """
    in_dossier, in_profile = typed
    groups = profile.nhom_noi_nhan
    check_groups(groups, find(in_profile, ("nhom_noi_nhan",))[1], problems)
    own = form.noi_nhan is not None
    recipients = profile.noi_nhan if form.noi_nhan is None else form.noi_nhan
    where = find(in_dossier if own else in_profile, ("noi_nhan",))[1]
    changed = {
        "noi_nhan": spread(recipients, groups, where, problems),
        "luu": form.luu or profile.luu,
    }
    return profile.model_copy(update=changed)


def _check_rank_beside_faults(typed: YamlMap, problems: list[Problem]) -> None:
    """The rank of a signer of whom something else did not hold, so that both are told."""
    place, node = find(typed, ("nguoi_ky", "cap_bac"))
    rank = node.text if isinstance(node, YamlText) else None
    told = any(problem.code == "HS030" for problem in problems)
    if rank and rank.strip() and not told and "cho_phep_cap_bac" not in typed.entries:
        message, hint = rank_refusal(rank.strip())
        problems.append(Problem("HS030", message, place, hint))


def _check_ranks(
    form: DossierForm, root: YamlMap, profile: Profile, problems: list[Problem]
) -> None:
    for number, signer in enumerate(form.chu_ky):
        if signer.cap_bac and not profile.cho_phep_cap_bac:
            message, hint = rank_refusal(signer.cap_bac)
            place = find(root, ("chu_ky", number, "cap_bac"))[0]
            problems.append(Problem("HS030", message, place, hint))
