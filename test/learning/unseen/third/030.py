# expected: multi-test, overlap, preprocessing
# found: preprocessing 28:24, overlap 38:19, multi-test 49:9
# %%
import pandas as pd
import numpy as np
from sklearn.utils import resample
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier, AdaBoostClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, recall_score, precision_score

# %%
weather = pd.read_csv('weatherAUS.csv')
weather.isnull().mean().sort_values(ascending=False)

# %%
weather = weather.drop(['Sunshine', 'Evaporation', 'Cloud3pm', 'Cloud9am', 'Date', 'Location', 'RISK_MM'], axis=1)
weather = weather.dropna(how='any')
weather['RainToday'].replace({'No': 0, 'Yes': 1}, inplace=True)
weather['RainTomorrow'].replace({'No': 0, 'Yes': 1}, inplace=True)
categorical_columns = ['WindGustDir', 'WindDir3pm', 'WindDir9am']
weather = pd.get_dummies(weather, columns=categorical_columns)
weather.shape

# %%
scaler = MinMaxScaler()
weather = pd.DataFrame(scaler.fit_transform(weather), index=weather.index, columns=weather.columns)
weather.iloc[4:10]

# %%
weather['RainTomorrow'].value_counts(normalize=True).plot(kind='bar')

# %%
# handling class imbalance
no = weather[weather.RainTomorrow == 0]
yes = weather[weather.RainTomorrow == 1]
yes_oversampled = resample(yes, replace=True, n_samples=len(no), random_state=123)
oversampled = pd.concat([no, yes_oversampled])

# %%
X = oversampled.loc[:, oversampled.columns != 'RainTomorrow']
y = oversampled['RainTomorrow']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=123)

# %%
def run_model(model, X_train, y_train, X_test, y_test):
    model.fit(X_train, y_train)
    p = model.predict(X_test)
    return {'model': model.__class__.__name__,
            'acc': accuracy_score(y_test, p),
            'recall': recall_score(y_test, p),
            'precision': precision_score(y_test, p)}

rows = [run_model(m, X_train, y_train, X_test, y_test) for m in
        (LogisticRegression(solver='liblinear'), AdaBoostClassifier(), RandomForestClassifier(max_depth=16, n_jobs=-1))]
pd.DataFrame(rows)
