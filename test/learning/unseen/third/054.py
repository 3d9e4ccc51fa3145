# expected: multi-test, preprocessing
# found: preprocessing 22:12, preprocessing 23:17, preprocessing 24:25, multi-test 42:24
# %%
import pandas as pd
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score, roc_auc_score
import matplotlib.pyplot as plt

# %%
df = pd.read_csv('water_potability.csv')
df.head()

# %%
df.isnull().sum()

# %%
df.Potability.value_counts().plot.bar()

# %%
df['ph'] = df.groupby('Potability')['ph'].transform(lambda x: x.fillna(x.mean()))
df['Sulfate'] = df.groupby('Potability')['Sulfate'].transform(lambda x: x.fillna(x.mean()))
df['Trihalomethanes'] = df.groupby('Potability')['Trihalomethanes'].transform(lambda x: x.fillna(x.mean()))

# %%
df.isnull().sum()   # ok

# %%
X = df.drop('Potability', axis=1)
y = df.Potability
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)

# %%
rf = RandomForestClassifier()
rf.fit(X_train, y_train)
accuracy_score(y_test, rf.predict(X_test))

# %%
rf = RandomForestClassifier(n_estimators=500)
rf.fit(X_train, y_train)
accuracy_score(y_test, rf.predict(X_test))

# %%
rf = RandomForestClassifier(n_estimators=500, max_depth=12, min_samples_leaf=2)
rf.fit(X_train, y_train)
accuracy_score(y_test, rf.predict(X_test))

# %%
# rf = RandomForestClassifier(n_estimators=1000, max_depth=20)
# rf.fit(X_train, y_train)
# accuracy_score(y_test, rf.predict(X_test))   # worse

# %%
roc_auc_score(y_test, rf.predict_proba(X_test)[:, 1])

# %%
plt.barh(X.columns, rf.feature_importances_)
