"""Which of some numbered things are meant by words such as all, none or 1,3-5."""

from store.refused import Refused


def indices_meant(option: str, words: str, total: int, things: str) -> list[int]:
    """Return in order the indices of the numbers that words mean; Refused where there is no such number.

    `things` names what is counted, for the sentence that says how many there are (处不同).
    """
    match words.strip().lower():
        case "all":
            return list(range(total))
        case "none":
            return []
    numbers: set[int] = set()
    for part in words.replace("\uff0c", ",").replace("、", ",").split(","):
        first, dash, last = part.strip().partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()):
            raise Refused(f"{option} 看不懂“{part}”，请写 all 或序号，如 1,3-5。")
        end = min(int(last or first), total + 1)
        numbers.update(range(int(first), end + 1))
    if not numbers <= set(range(1, total + 1)):
        raise Refused(f"{option} 的序号超出范围，共有 {total} {things}。")
    return [number - 1 for number in sorted(numbers)]
