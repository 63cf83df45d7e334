"""Where in the YAML files the components around the text stand, line by line."""

from collections.abc import Iterator, Mapping

from reportgen.document.tree import Document
from reportgen.dossier import Dossier
from reportgen.dossier.files import shown_path
from reportgen.dossier.tree import Steps, YamlList, YamlMap, YamlNode, YamlText, find, text_at
from reportgen.drafting.draft import Draft
from reportgen.problems import Place

Places = tuple[Place | None, ...]


def component_places(dossier: Dossier, draft: Draft, document: Document) -> Mapping[str, Places]:
    """The place of each line of the components, by the path of their field in the tree.

    A line made of several values is where the one stands that changes most often.
    """
    own, office = _Typed(dossier.tree), _office(dossier)
    subject = (_title_place(dossier, draft, "trich_yeu", draft.subject),)
    found: dict[str, Places] = {
        "letterhead.superior": office.lines("co_quan_chu_quan"),
        "letterhead.issuer": office.lines("co_quan_ban_hanh"),
        "letterhead.number": (own.first("so", "ky_hieu") or office.at("viet_tat"),),
        "letterhead.place_and_date": (own.first("ngay") or office.at("dia_danh"),),
        "letterhead.subject": subject,
        "title.kind": (own.first("ten_loai", "loai") or dossier.place_of("mau"),),
        "title.subject": subject,
        "title.period": (_title_place(dossier, draft, "dong_ky", draft.period),),
        "addressing": (own.at("kinh_gui"),),
        "addressees": own.lines("kinh_gui"),
        "recipients": _recipients(own, office, len(document.recipients)),
        "markings.urgency": (own.at("khan"),),
        "markings.circulation": own.lines("pham_vi"),
        "markings.drafter": (own.first("nguoi_soan_thao", "so_ban"),),
        "markings.address": own.lines("dia_chi"),
    }
    return found | dict(_signatures(dossier, own, office)) | dict(_appendices(dossier, office))


class _Typed:
    """A YAML mapping as somebody looks places up in it."""

    def __init__(self, tree: YamlMap) -> None:
        self.tree = tree

    def at(self, *steps: str | int) -> Place:
        """The place of a value; of one that is not there, of what would hold it."""
        return find(self.tree, steps)[0]

    def first(self, *keys: str) -> Place | None:
        """The place of the first of these keys that is there."""
        return next((self.at(key) for key in keys if key in self.tree.entries), None)

    def lines(self, *steps: str | int) -> Places:
        """The places of the lines of a text with something on them, or of the items of a list."""
        node = find(self.tree, steps)[1] if steps[0] in self.tree.entries else None
        return tuple(_lines(node)) if node is not None else ()


def _lines(node: YamlNode) -> Iterator[Place]:
    match node:
        case YamlText(text):
            if text is not None:
                for number, line in enumerate(text.split("\n")):
                    if line.strip():
                        yield text.place.shifted(number) if number else text.place
        case YamlList(items):
            yield from (item.place for item in items)


def _office(dossier: Dossier) -> _Typed:
    """The profile with the dossier's own values laid over it."""
    return _Typed(dossier.profile_tree or YamlMap({}, Place(shown_path(dossier.profile_path))))


def _title_place(dossier: Dossier, draft: Draft, key: str, printed: str) -> Place | None:
    typed = key in dossier.tree.entries
    return dossier.text_place_of(key) if typed else draft.trace(printed)


def _recipients(own: _Typed, office: _Typed, count: int) -> Places:
    """Of the recipients' lines: those as above, if it was put in; the list, groups spread; Lưu."""
    source = own if "noi_nhan" in own.tree.entries else office
    listed = find(source.tree, ("noi_nhan",))
    items = listed[1].items if isinstance(listed[1], YamlList) else ()
    places = [place for item in items for place in _members(item, office)]
    filed = own.first("luu") or office.first("luu") or listed[0]
    put_in: list[Place | None] = [listed[0]] * (count - len(places) - 1)
    return (*put_in, *places, filed)


def _members(item: YamlNode, office: _Typed) -> Iterator[Place]:
    group = text_at(item, "nhom") if isinstance(item, YamlMap) else None
    if not group:
        yield item.place
        return
    members = find(office.tree, ("nhom_noi_nhan", group.strip()))[1]
    if isinstance(members, YamlList):
        yield from (member.place for member in members.items)


def _signatures(dossier: Dossier, own: _Typed, office: _Typed) -> Iterator[tuple[str, Places]]:
    for index in range(len(dossier.signers)):
        typed, steps = (own, ("chu_ky", index)) if dossier.chu_ky else (office, ("nguoi_ky",))
        yield from _signature(typed, steps, f"signatures.{index}")


def _signature(typed: _Typed, steps: Steps, path: str) -> Iterator[tuple[str, Places]]:
    yield f"{path}.authority", typed.lines(*steps, "quyen_han")
    for field, key in (
        ("position", "chuc_vu"),
        ("official_title", "chuc_danh"),
        ("name", "ho_ten"),
    ):
        yield f"{path}.{field}", (typed.at(*steps, key),)


def _appendices(dossier: Dossier, office: _Typed) -> Iterator[tuple[str, Places]]:
    for number in range(len(dossier.phu_luc)):
        path = f"appendices.{number}"
        yield f"{path}.label", (dossier.place_of("phu_luc", number),)
        yield f"{path}.title", (dossier.text_place_of("phu_luc", number, "tieu_de"),)
        yield f"{path}.attached_to", (office.at("ten_goi"),)
