# expected: overlap
# found: overlap 29:16
# %%
import pandas as pd
import numpy as np
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score, StratifiedKFold, cross_val_predict
from sklearn.metrics import classification_report
import matplotlib.pyplot as plt

# %%
stroke = pd.read_csv('healthcare-dataset-stroke-data.csv').drop(columns='id')
stroke = stroke[stroke.gender != 'Other']
stroke['bmi_missing'] = stroke.bmi.isna().astype(int)
stroke['bmi'] = stroke.bmi.fillna(0)
stroke = pd.get_dummies(stroke, drop_first=True)
stroke.stroke.value_counts()

# %%
fig, ax = plt.subplots(figsize=(7, 3))
for v in (0, 1):
    stroke[stroke.stroke == v].age.plot.kde(ax=ax, label=v)
ax.legend()

# %%
X = stroke.drop(columns='stroke')
y = stroke['stroke']
X_bal, y_bal = SMOTE(k_neighbors=5, random_state=22).fit_resample(X, y)
y_bal.value_counts()

# %%
cv = StratifiedKFold(n_splits=10, shuffle=True, random_state=22)
forest = RandomForestClassifier(n_estimators=300, random_state=22, n_jobs=-1)
f1 = cross_val_score(forest, X_bal, y_bal, cv=cv, scoring='f1')
print('F1 %.3f +- %.3f' % (f1.mean(), f1.std()))

# %%
print(classification_report(y_bal, cross_val_predict(forest, X_bal, y_bal, cv=cv)))

# %%
forest.fit(X_bal, y_bal)
pd.Series(forest.feature_importances_, X.columns).nlargest(8).plot.bar()
