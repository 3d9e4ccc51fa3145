# expected: multi-test, overlap, preprocessing
# found: preprocessing 22:5, overlap 29:5, multi-test 55:6
# %%
import numpy as np
import pandas as pd
from scipy.io import loadmat
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from keras.models import Sequential, load_model
from keras.layers import Dense, Dropout, BatchNormalization
from keras.callbacks import ModelCheckpoint, ReduceLROnPlateau
from sklearn.metrics import confusion_matrix, cohen_kappa_score
import h5py

# %%
# sleep stages; rows = 30 s epochs with 75 spectral EEG/EOG features
M = loadmat('sleep_features_all.mat')
X, y = M['feat'], M['stage'].ravel().astype(int)
print(X.shape, np.bincount(y))

# %%
X = StandardScaler().fit_transform(X)

# %%
# N1 is rare: replicate it (and REM a bit)
rep = np.ones(len(y), dtype=int)
rep[y == 1] = 6
rep[y == 4] = 2
X = np.repeat(X, rep, axis=0)
y = np.repeat(y, rep)
np.bincount(y)

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=.2, stratify=y, random_state=0)
Y_train, Y_test = np.eye(5)[y_train], np.eye(5)[y_test]

# %%
def mlp():
    m = Sequential()
    m.add(Dense(256, activation='relu', input_dim=X.shape[1]))
    m.add(BatchNormalization())
    m.add(Dropout(.4))
    m.add(Dense(128, activation='relu'))
    m.add(Dropout(.4))
    m.add(Dense(5, activation='softmax'))
    m.compile('adam', 'categorical_crossentropy', metrics=['accuracy'])
    return m

net = mlp()
cp = ModelCheckpoint('weights.best.hdf5', monitor='val_acc', save_best_only=True, mode='max')
net.fit(X_train, Y_train, epochs=150, batch_size=256, validation_data=(X_test, Y_test), callbacks=[cp, ReduceLROnPlateau()], verbose=0)

# %%
net.load_weights('weights.best.hdf5')
pr = net.predict(X_test).argmax(1)
print(confusion_matrix(y_test, pr))
print('kappa', cohen_kappa_score(y_test, pr), 'acc', (pr == y_test).mean())
