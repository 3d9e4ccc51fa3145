/** Parts of Python modules: ordinary business code, and code that trains a model. Names and numbers differ, so that nothing counts as duplicate. */

const WORDS = ['order', 'invoice', 'customer', 'shipment', 'payment', 'ledger', 'account', 'ticket'] as const;

/**
 * A class of ordinary code, occasionally with a fault.
 * @param index of its module
 * @param part of the module
 * @param random repeatable numbers from 0 to 1
 */
export function serviceText(index: number, part: number, random: () => number): string {
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)]!;
  const methods = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, at) => {
    const [a, b] = [word(), word()];
    const limit = Math.floor(random() * 1000);
    return [methodText, readerText, mapText][Math.floor(random() * 3)]!(a, b, limit, at, random);
  });
  return `class Service${index}Part${part}:
    """Keeps what part ${part} of module ${index} knows."""

    def __init__(self, folder: Path, limit: int = ${Math.floor(random() * 100)}) -> None:
        """Starts with nothing.

        Args:
            folder: Where files lie.
            limit: How many entries are kept.
        """
        self.folder = folder
        self.limit = limit
        self.entries: dict[str, list[float]] = {}
${methods.join('')}

`;
}

function methodText(a: string, b: string, limit: number, at: number, random: () => number): string {
  // One handler in twenty catches everything.
  const caught = random() < 0.05 ? 'except:' : 'except (KeyError, ValueError) as error:';
  return `
    def handle_${a}_${at}_with_${b}_${limit}(self, ${a}_id: str, count: int, retry: int = ${at}) -> float:
        """Handles the ${a} and its ${b}.

        Args:
            ${a}_id: Which ${a} it is.
            count: How many of them there are.
            retry: How often it is tried again.

        Returns:
            The value of the ${a}.
        """
        key = f"${a}:{${a}_id}:${limit}"
        if count > ${limit} and retry > ${at}:
            cached = self.entries.get(key)
            if cached is not None:
                return sum(cached)
        try:
            parts = [len(each.strip()) * ${limit + 1} for each in ${a}_id.split("/")]
            self.entries[key] = [float(each) for each in parts]
        ${caught}
            logger.warning("${a} %s of ${b} ${limit} failed", ${a}_id)
            raise RuntimeError("${a} ${limit} failed")${caught === 'except:' ? '' : ' from error'}
        return sum(self.entries[key]) + ${limit}
`;
}

function readerText(a: string, b: string, limit: number, at: number): string {
  return `
    def read_${a}_${at}_of_${b}_${limit}(self, name: str) -> dict[str, float]:
        """Reads the ${a} of a ${b}.

        Args:
            name: Of the file.

        Returns:
            Amounts by their keys.
        """
        path = self.folder / f"{name}-${limit}.json"
        with path.open(encoding="utf-8") as stream:
            rows = json.load(stream)
        amounts: dict[str, float] = {}
        for row in rows:
            if row.get("${a}") and row["amount"] > ${limit}:
                amounts[row["${a}"]] = amounts.get(row["${a}"], 0.0) + row["amount"] * ${(limit % 7) + 1}
            elif row.get("${b}") == "${a}-${limit}":
                logger.info("the ${b} %s is skipped", row["${b}"])
        return amounts
`;
}

function mapText(a: string, b: string, limit: number, at: number): string {
  return `
    async def collect_${a}_${at}_by_${b}_${limit}(self, ${b}s: list[str], *, strict: bool = False) -> list[tuple[str, float]]:
        """Collects the ${a}s of each ${b}.

        Args:
            ${b}s: Whose ${a}s are collected.
            strict: Whether an unknown ${b} is an error.

        Returns:
            Pairs of ${b} and sum.

        Raises:
            KeyError: When a ${b} is unknown.
        """
        sums: list[tuple[str, float]] = []
        for ${b}, position in zip(${b}s, range(${limit}, ${limit} + len(${b}s))):
            values = self.entries.get(${b})
            if values is None and strict:
                raise KeyError(${b})
            match position % 3:
                case 0:
                    sums.append((${b}, sum(values or [])))
                case _ if position > self.limit:
                    sums.append((${b}, max(values or [${limit}.0])))
        return sorted(sums, key=lambda pair: (pair[1], pair[0]))[: self.limit]
`;
}

/**
 * Code that trains a model; one in five fits on data before it is split.
 * @param index of its module
 * @param part of the module
 * @param random repeatable numbers from 0 to 1
 */
export function learningText(index: number, part: number, random: () => number): string {
  const [trees, depth, seed] = [50 + Math.floor(random() * 400), 2 + Math.floor(random() * 9), Math.floor(random() * 1000)];
  const column = WORDS[Math.floor(random() * WORDS.length)]!;
  const leaks = random() < 0.2;
  return `def train_${column}_${index}_${part}(path: Path) -> tuple[RandomForestClassifier, float]:
    """Trains a model of ${column}s.

    Args:
        path: Of the table that is learned from.

    Returns:
        The model and how often it is right.
    """
    frame = pd.read_csv(path, usecols=["${column}", "amount", "age", "target"])
    if frame.empty:
        raise ValueError("the table of ${column}s is empty")
    frame["ratio"] = np.log1p(frame["amount"]) / frame["age"].clip(lower=1)
    features = frame.drop(columns=["target"]).to_numpy()
    target = frame["target"].to_numpy()
    scaler = StandardScaler()
${leaks ? `    features = scaler.fit_transform(features)
    train_x, test_x, train_y, test_y = train_test_split(features, target, test_size=0.${1 + (seed % 3)}, random_state=${seed})
` : `    train_x, test_x, train_y, test_y = train_test_split(features, target, test_size=0.${1 + (seed % 3)}, random_state=${seed})
    train_x = scaler.fit_transform(train_x)
    test_x = scaler.transform(test_x)
`}    model = RandomForestClassifier(n_estimators=${trees}, max_depth=${depth}, random_state=${seed})
    model.fit(train_x, train_y)
    accuracy = float(accuracy_score(test_y, model.predict(test_x)))
    logger.info("the model of ${column}s is right in %.3f of all cases", accuracy)
    return model, accuracy


`;
}
