# expected: clean
# found: clean
# undecided: preprocessing
# %%
import pandas as pd
import numpy as np
import seaborn as sns
import matplotlib.pyplot as plt
from sklearn.preprocessing import LabelEncoder
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score, f1_score

# %%
hr = pd.read_csv("WA_Fn-UseC_-HR-Employee-Attrition.csv")
print(hr.shape)
hr.Attrition.value_counts()

# %%
for c in hr.columns:
    if hr[c].nunique() == 1:
        print("constant:", c)
hr = hr.drop(["EmployeeCount", "Over18", "StandardHours", "EmployeeNumber"], axis=1)

# %%
fig, ax = plt.subplots(1, 2, figsize=(14, 5))
sns.boxplot(x="Attrition", y="MonthlyIncome", data=hr, ax=ax[0])
sns.countplot(x="OverTime", hue="Attrition", data=hr, ax=ax[1])
plt.tight_layout()

# %%
cat_cols = hr.select_dtypes(include="object").columns.tolist()
cat_cols.remove("Attrition")
le = LabelEncoder()
for col in cat_cols:
    hr[col] = le.fit_transform(hr[col])
hr["Attrition"] = (hr["Attrition"] == "Yes").astype(int)
hr.head()

# %%
X, y = hr.drop("Attrition", axis=1), hr["Attrition"]
Xtr, Xte, ytr, yte = train_test_split(X, y, test_size=0.25, stratify=y, random_state=7)

# %%
seed = 0
rf_params = {
    'n_jobs': -1,
    'n_estimators': 800,
    'max_features': 0.3,
    'max_depth': 9,
    'min_samples_leaf': 2,
    'random_state': seed,
    'class_weight': 'balanced',
}
rf = RandomForestClassifier(**rf_params)
rf.fit(Xtr, ytr)

# %%
rf_predictions = rf.predict(Xte)
print("Accuracy score: {}".format(accuracy_score(yte, rf_predictions)))
print("F1: {}".format(f1_score(yte, rf_predictions)))

# %%
imp = pd.Series(rf.feature_importances_, index=X.columns).sort_values()
imp.plot.barh(figsize=(6, 10))
