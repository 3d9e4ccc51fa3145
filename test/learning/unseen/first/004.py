# expected: clean
# found: clean
# %% [markdown]
# # Income classification (UCI Adult)
# Goal: predict >50K. Scikit-learn pipelines all the way.

# %%
import numpy as np
import pandas as pd
import seaborn as sns
import matplotlib.pyplot as plt

from sklearn.compose import ColumnTransformer
from sklearn.pipeline import Pipeline
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split, GridSearchCV
from sklearn.metrics import classification_report, roc_auc_score

sns.set()

# %%
cols = ["age", "workclass", "fnlwgt", "education", "education_num", "marital", "occupation",
        "relationship", "race", "sex", "cap_gain", "cap_loss", "hours", "country", "income"]
adult = pd.read_csv("https://archive.ics.uci.edu/ml/machine-learning-databases/adult/adult.data",
                    names=cols, na_values=" ?", skipinitialspace=False)
adult.head()

# %%
adult.income.value_counts(normalize=True)

# %%
fig, ax = plt.subplots(1, 2, figsize=(12, 4))
sns.distplot(adult.age, ax=ax[0])
sns.countplot(y="workclass", data=adult, ax=ax[1])

# %%
adult = adult.drop_duplicates()
y = (adult.income.str.strip() == ">50K").astype(int)
X = adult.drop(columns=["income", "fnlwgt", "education"])

numeric = X.select_dtypes("number").columns.tolist()
categorical = X.select_dtypes("object").columns.tolist()
numeric, categorical

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, stratify=y, random_state=42)

# %%
num_pipe = Pipeline([("imp", SimpleImputer(strategy="median")), ("sc", StandardScaler())])
cat_pipe = Pipeline([("imp", SimpleImputer(strategy="most_frequent")),
                     ("ohe", OneHotEncoder(handle_unknown="ignore"))])
pre = ColumnTransformer([("num", num_pipe, numeric), ("cat", cat_pipe, categorical)])
clf = Pipeline([("pre", pre), ("lr", LogisticRegression(max_iter=1000))])

# %%
grid = GridSearchCV(clf,
                    {"lr__C": [0.01, 0.1, 1, 10], "pre__num__imp__strategy": ["mean", "median"]},
                    cv=5, scoring="roc_auc", n_jobs=-1, verbose=1)
grid.fit(X_train, y_train)
print(grid.best_params_, grid.best_score_)

# %%
pd.DataFrame(grid.cv_results_).sort_values("rank_test_score")[["params", "mean_test_score", "std_test_score"]].head()

# %%
y_pred = grid.predict(X_test)
proba = grid.predict_proba(X_test)[:, 1]
print(classification_report(y_test, y_pred))
print("AUC", roc_auc_score(y_test, proba))
print("train accuracy", grid.best_estimator_.score(X_train, y_train))
