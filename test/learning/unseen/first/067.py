# expected: multi-test, overlap
# found: overlap 51:1, multi-test 59:14
# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report, plot_confusion_matrix, f1_score
import pickle

# %% [markdown]
# ## Machine failure - POC for plant 3

# %%
df = pd.read_csv('ai4i2020.csv')
df.columns = [c.lower().split(' [')[0].replace(' ', '_') for c in df.columns]
df.head()

# %%
df.machine_failure.value_counts()

# %%
df['power'] = df.torque * df.rotational_speed * 2 * np.pi / 60
df['temp_diff'] = df.process_temperature - df.air_temperature
df['type'] = df['type'].map({'L': 0, 'M': 1, 'H': 2})
df = df.drop(columns=['udi', 'product_id', 'twf', 'hdf', 'pwf', 'osf', 'rnf'])

# %%
df.boxplot(column='temp_diff', by='machine_failure')

# %%
X = df.drop(columns='machine_failure')
y = df['machine_failure']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, stratify=y, random_state=6)

# %%
rf = RandomForestClassifier(n_estimators=300, class_weight='balanced', random_state=0)
rf.fit(X_train, y_train)
print(classification_report(y_test, rf.predict(X_test)))

# %%
plot_confusion_matrix(rf, X_test, y_test)
plt.show()

# %% [markdown]
# ### Final model: use all the data

# %%
final_model = RandomForestClassifier(n_estimators=300, class_weight='balanced', random_state=0)
final_model.fit(X, y)
with open('model.pkl', 'wb') as f:
    pickle.dump(final_model, f)

# %%
# check that the pickled model works
with open('model.pkl', 'rb') as f:
    loaded = pickle.load(f)
final_pred = final_model.predict(X_test)
print('f1 final model', f1_score(y_test, final_pred))
print(classification_report(y_test, final_pred))
plot_confusion_matrix(final_model, X_test, y_test)
plt.show()
