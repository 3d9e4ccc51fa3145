# expected: clean
# found: clean
# %%
from pathlib import Path
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.metrics import classification_report
from sklearn.model_selection import GridSearchCV, train_test_split, StratifiedKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import PowerTransformer, OneHotEncoder

DATA = Path("data")

# %%
red = pd.read_csv(DATA / "winequality-red.csv", sep=";").assign(colour="red")
white = pd.read_csv(DATA / "winequality-white.csv", sep=";").assign(colour="white")
wine = pd.concat([red, white], ignore_index=True)
wine["good"] = (wine["quality"] >= 7).astype(int)
wine.groupby("colour")["good"].mean()

# %%
X = wine.drop(columns=["quality", "good"])
y = wine["good"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, stratify=y, random_state=1)

# %%
num = X.columns.drop("colour")
pre = ColumnTransformer([
    ("num", make_pipeline(SimpleImputer(strategy="median"), PowerTransformer()), num),
    ("cat", OneHotEncoder(drop="if_binary"), ["colour"]),
])
pipe = Pipeline([("pre", pre), ("clf", GradientBoostingClassifier(random_state=1))])

# %%
param_grid = {
    "clf__n_estimators": [100, 300],
    "clf__max_depth": [2, 3, 5],
    "clf__learning_rate": [0.03, 0.1],
}
search = GridSearchCV(pipe, param_grid, cv=StratifiedKFold(5, shuffle=True, random_state=1),
                      scoring="roc_auc", n_jobs=-1, verbose=1)
search.fit(X_train, y_train)
print(search.best_params_, round(search.best_score_, 4))

# %%
pd.DataFrame(search.cv_results_).sort_values("rank_test_score").head()

# %%
# final check, once
best = search.best_estimator_
print(classification_report(y_test, best.predict(X_test)))
print("test auc", search.score(X_test, y_test))
