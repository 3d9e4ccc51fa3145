# expected: overlap
# found: overlap 45:16
# undecided: preprocessing
# %%
import pandas as pd
import numpy as np
from collections import Counter
import matplotlib.pyplot as plt
import seaborn as sns

# %%
!pip install imbalanced-learn

# %%
df = pd.read_csv('creditcard.csv')
df.head()

# %%
df.Class.value_counts()

# %%
print('Frauds', round(df['Class'].value_counts()[1]/len(df) * 100,2), '% of the dataset')
sns.countplot('Class', data=df)
plt.title('Class Distributions \n (0: No Fraud || 1: Fraud)', fontsize=14)

# %%
fig, ax = plt.subplots(1, 2, figsize=(18,4))
amount_val = df['Amount'].values
time_val = df['Time'].values
sns.distplot(amount_val, ax=ax[0], color='r')
sns.distplot(time_val, ax=ax[1], color='b')
plt.show()

# %%
df = df.drop(['Time'], axis=1)
df['Amount'] = np.log1p(df['Amount'])

# %%
X = df.iloc[:, :-1]
y = df.iloc[:, -1]

# %%
from imblearn.over_sampling import SMOTE
sm = SMOTE(random_state=2)
X_res, y_res = sm.fit_resample(X, y)
print('Resampled dataset shape %s' % Counter(y_res))

# %%
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X_res, y_res, test_size=0.3, random_state=0)
print("Number transactions X_train dataset: ", X_train.shape)
print("Number transactions X_test dataset: ", X_test.shape)

# %%
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import confusion_matrix, classification_report, precision_score, recall_score, f1_score
classifier = RandomForestClassifier(n_estimators=50, n_jobs=-1)
classifier.fit(X_train, y_train)

# %%
y_pred = classifier.predict(X_test)
cm = confusion_matrix(y_test, y_pred)
print(cm)
print(classification_report(y_test, y_pred))
print('Precision', precision_score(y_test, y_pred))
print('Recall', recall_score(y_test, y_pred))
print('F1', f1_score(y_test, y_pred))

# %%
importances = pd.Series(classifier.feature_importances_, index=X.columns).sort_values()
importances.plot(kind='barh', figsize=(8, 10))
