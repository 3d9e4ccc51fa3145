# expected: multi-test
# found: multi-test 47:10
# %%
import tensorflow as tf
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.applications import VGG16
from tensorflow.keras import layers, models, optimizers
from tensorflow.keras.callbacks import ModelCheckpoint, EarlyStopping
import matplotlib.pyplot as plt
import numpy as np
import os

base_dir = '../input/chest-xray-covid19-pneumonia/Data'
train_dir = os.path.join(base_dir, 'train')
test_dir = os.path.join(base_dir, 'test')

# %%
for c in os.listdir(train_dir):
    print(c, len(os.listdir(os.path.join(train_dir, c))))

# %%
train_datagen = ImageDataGenerator(rescale=1. / 255, rotation_range=10, zoom_range=0.1, horizontal_flip=True)
test_datagen = ImageDataGenerator(rescale=1. / 255)

train_generator = train_datagen.flow_from_directory(train_dir, target_size=(224, 224), batch_size=32, class_mode='categorical')
validation_generator = test_datagen.flow_from_directory(test_dir, target_size=(224, 224), batch_size=32, class_mode='categorical', shuffle=False)

# %%
conv = VGG16(weights='imagenet', include_top=False, input_shape=(224, 224, 3))
conv.trainable = False
model = models.Sequential([conv, layers.Flatten(), layers.Dense(256, activation='relu'),
                           layers.Dropout(0.5), layers.Dense(3, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer=optimizers.Adam(1e-4), metrics=['acc'])

# %%
ckpt = ModelCheckpoint('covid_vgg.h5', monitor='val_acc', save_best_only=True, verbose=1)
es = EarlyStopping(monitor='val_loss', patience=5)
history = model.fit(train_generator, epochs=30, validation_data=validation_generator, callbacks=[ckpt, es])

# %%
model = models.load_model('covid_vgg.h5')
loss, acc = model.evaluate(validation_generator)
print('Test accuracy: %.2f%%' % (acc * 100))

# %%
from sklearn.metrics import classification_report
y_pred = model.predict(validation_generator).argmax(axis=1)
print(classification_report(validation_generator.classes, y_pred, target_names=list(train_generator.class_indices)))

# %%
plt.plot(history.history['acc'], label='train'); plt.plot(history.history['val_acc'], label='val'); plt.legend()
