# expected: clean
# found: clean
# undecided: preprocessing
# %%
import numpy as np
import pandas as pd
from scipy.io import arff
from sklearn.preprocessing import LabelEncoder
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
import seaborn as sns
import matplotlib.pyplot as plt

# %%
adult = pd.read_csv('adult.csv')
adult = adult.replace('?', np.nan).dropna()
adult['income'] = adult['income'].map({'<=50K': 0, '>50K': 1})
adult.shape

# %%
sns.countplot(y='occupation', hue='income', data=adult)

# %%
# label encode every object column
for col in adult.select_dtypes('object'):
    adult[col] = LabelEncoder().fit_transform(adult[col])

# %%
# remove collinear columns
cm = adult.drop('income', axis=1).corr().abs()
upper = cm.where(np.triu(np.ones(cm.shape), k=1).astype(bool))
to_drop = [c for c in upper.columns if any(upper[c] > 0.9)]
print(to_drop)
adult = adult.drop(to_drop, axis=1)

# %%
# outliers in hours
q1, q3 = adult['hours.per.week'].quantile([.25, .75])
adult = adult[(adult['hours.per.week'] > q1 - 3 * (q3 - q1)) & (adult['hours.per.week'] < q3 + 3 * (q3 - q1))]

# %%
x_train, x_test, y_train, y_test = train_test_split(adult.drop('income', axis=1), adult['income'], test_size=.3, random_state=7)

# %%
rf = RandomForestClassifier(n_estimators=200, min_samples_leaf=3, n_jobs=-1)
rf.fit(x_train, y_train)
print('Accuracy', accuracy_score(y_test, rf.predict(x_test)))
