# expected: clean
# found: clean
# %%
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.metrics import classification_report, roc_auc_score

# %%
adult = pd.read_csv("../data/adult.csv", na_values="?")
adult["income"] = (adult["income"] == ">50K").astype(int)
target = adult.pop("income")

# %%
num_cols = adult.select_dtypes("number").columns.tolist()
cat_cols = adult.select_dtypes("object").columns.tolist()

# %%
train_x, test_x, train_y, test_y = train_test_split(
    adult, target, stratify=target, test_size=0.25, random_state=42)

# %%
num_pipe = Pipeline([("imp", SimpleImputer(strategy="median")), ("sc", StandardScaler())])
cat_pipe = Pipeline([("imp", SimpleImputer(strategy="most_frequent")),
                     ("ohe", OneHotEncoder(handle_unknown="ignore"))])
prep = ColumnTransformer([("num", num_pipe, num_cols), ("cat", cat_pipe, cat_cols)])
model = Pipeline([("prep", prep), ("gb", GradientBoostingClassifier())])

# %%
grid = {"gb__n_estimators": [100, 200], "gb__max_depth": [2, 3, 4]}
gs = GridSearchCV(model, grid, cv=5, scoring="roc_auc", n_jobs=-1, verbose=1)
gs.fit(train_x, train_y)
print(gs.best_params_, gs.best_score_)

# %%
pred = gs.predict(test_x)
proba = gs.predict_proba(test_x)[:, 1]
print(classification_report(test_y, pred))
print("AUC", roc_auc_score(test_y, proba))
